"""An answer in words and on the wire: reports, sentences, direct lines. Says nothing that the record does not hold."""
