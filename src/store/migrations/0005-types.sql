-- How many events there are of each type is answered from the index alone.

DROP INDEX acts_by_type;
CREATE INDEX acts_by_type ON acts (type, first, day, number);
