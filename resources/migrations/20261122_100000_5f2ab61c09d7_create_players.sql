-- SPDX-License-Identifier: GPL-3.0-or-later
-- migration-format: 1
-- revision: 5f2ab61c09d7
-- down_revision: none
-- message: create players
-- created: 2026-11-22T10:00:00Z
-- transaction: yes
-- allow: destructive players the table goes as it came

-- == upgrade ==
CREATE TABLE public.players (
    id SERIAL NOT NULL,
    name character varying(100) NOT NULL,
    level integer NOT NULL,
    total_exp integer NOT NULL,
    created_at timestamp without time zone NOT NULL,
    CONSTRAINT players_pkey PRIMARY KEY (id)
);
CREATE INDEX ix_players_level_name ON public.players (level DESC, name, id);

-- == downgrade ==
DROP TABLE public.players;
