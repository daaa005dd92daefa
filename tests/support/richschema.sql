-- SPDX-License-Identifier: GPL-3.0-or-later
-- Much of what a schema can hold, for round trips; wants the roles trip_ro and "trip ""R".
create extension citext; create schema "odd S"; create type mood as enum('a','b''c'); create domain pos as int check (value>0); create type comp as (a int, b text);
create table p(id int generated always as identity, k int, v text, g int generated always as (k*2) stored, primary key(id,k)) partition by range(k);
create table p1 partition of p for values from (0) to (10); create table p2 partition of p default;
insert into p(k,v) select n, repeat('x',n) from generate_series(0,20) n;
create table par(a int); create table chi(b int) inherits(par); insert into par values(1); insert into chi values(2,3);
create table pol(id int primary key, who name); alter table pol enable row level security; alter table pol force row level security; create policy pp on pol to trip_ro using (who=current_user); insert into pol values (1,'trip_ro');
create table ex(r int4range, exclude using gist (r with &&)); insert into ex values('[1,2)');
create table c1(id int primary key, o int); create table c2(id int primary key, o int references c1); alter table c1 add foreign key(o) references c2 deferrable initially deferred; insert into c1 values(1,null); insert into c2 values(1,1); update c1 set o = 1; set constraints all immediate;
create table "odd S"."t ""x;$$"("c;ol" bytea, j jsonb, ts timestamptz, a text[], n numeric, m mood, d pos, co comp, ci citext, inf float8); insert into "odd S"."t ""x;$$" values ('\x00ff5c2e', '{"a":"\\."}', 'infinity', array[E'a\nb','\.',null], 'NaN', 'b''c', 3, row(1,E'x\\'), 'Q', '-Infinity');
create view vw as select * from p; create materialized view mv as select count(*) from p; create rule ru as on delete to c2 do instead nothing;
create function f(a int default 3) returns int language plpgsql as $f$ begin return ';'||'$$'; end $f$; create function at(x int) returns int begin atomic select case when x>1 then 2 else 3 end; end;
create procedure pr() language sql as 'select 1'; create aggregate ag(int)(sfunc=int4pl,stype=int); create operator === (leftarg=int,rightarg=int,function=int4eq);
create trigger tr before insert on c1 for each row execute function suppress_redundant_updates_trigger(); 
create function et() returns event_trigger language plpgsql as 'begin end'; create event trigger ev on ddl_command_end execute function et();
create publication pub for table p; create text search configuration tsc (copy=simple); create statistics st on k,v from p; create collation co2 (locale='C'); create index on p(k) where k>3; create unique index ui on c1((id+1)) include (o);
select lo_from_bytea(4711, '\xdeadbeef00'); comment on large object 4711 is 'lo'; grant select on large object 4711 to trip_ro;
create sequence sq increment -2 minvalue -100 maxvalue 5 start 5; select nextval('sq'); create unlogged table ul(a int); insert into ul values(1);
grant select(k) on p to trip_ro; grant select on c1 to "trip ""R" with grant option; alter default privileges in schema public grant select on tables to trip_ro; comment on table p is 'it''s'; alter table chi alter a set statistics 50; create table nv(a int); insert into nv values(1); alter table nv add check (a>5) not valid; cluster c1 using c1_pkey; alter table c2 replica identity full;
