-- Creates the login and the database of the order service. No other service's login can enter the database.
--
-- Run once by a superuser, with the password in the environment, where no process list shows it:
--
--     ORDER_DATABASE_PASSWORD=... psql --dbname=postgres --file=deploy/database/provision.sql

\set ON_ERROR_STOP on
\getenv password ORDER_DATABASE_PASSWORD

-- The server's log is no place for the password.
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';

create role order_service login password :'password';
create database order_service owner order_service template template0 encoding 'UTF8';
revoke all on database order_service from public;

\connect order_service
revoke all on schema public from public;
