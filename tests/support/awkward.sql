-- SPDX-License-Identifier: GPL-3.0-or-later
-- What breaks exports that are not exact.
CREATE TABLE awkward (
    "per%cent" int DEFAULT 100 % 7,
    note text DEFAULT 'a:b :name %(x)s %% "q" ''s'' \n """ æ🙂',
    CHECK (note ~ E'^\\w+\t')
);
CREATE FUNCTION half(x int) RETURNS int LANGUAGE plpgsql AS $f$
BEGIN
    -- 50% :x "\" '''
    RETURN x % 2;  /* ; */
END $f$;
CREATE FUNCTION one() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END;
COMMENT ON TABLE awkward IS 'ends with a quote "';
