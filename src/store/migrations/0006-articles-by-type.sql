-- Which articles hold an event of a type is answered from the index alone.

CREATE INDEX acts_by_type_and_article ON acts (type, article);
