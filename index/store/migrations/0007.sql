-- Where a passage stands and when that was published, for hundreds of passages at each question: without these, each
-- would have the page with its vector read, and that with its article's text.
CREATE INDEX passages_placed ON passages (pk, article);
CREATE INDEX articles_placed ON articles (pk, id, day);
