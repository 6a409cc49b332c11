-- Creates the login and the database of the platform service. No other service's login can enter the database.
--
-- Run once by a superuser, with the password in the environment, where no process list shows it:
--
--     PLATFORM_DATABASE_PASSWORD=... psql --dbname=postgres --file=deploy/database/provision.sql

\set ON_ERROR_STOP on
\getenv password PLATFORM_DATABASE_PASSWORD

-- The server's log is no place for the password.
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';

create role platform_service login password :'password';
create database platform_service owner platform_service template template0 encoding 'UTF8';
revoke all on database platform_service from public;

\connect platform_service
revoke all on schema public from public;
