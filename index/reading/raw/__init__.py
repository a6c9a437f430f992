"""Files and fields to raw articles: bytes in, decoded text and what is declared of it out."""
