-- Creates the login and the database of the payment service. No other service's login can enter the database.
--
-- Run once by a superuser, with the password in the environment, where no process list shows it:
--
--     PAYMENT_DATABASE_PASSWORD=... psql --dbname=postgres --file=deploy/database/provision.sql

\set ON_ERROR_STOP on
\getenv password PAYMENT_DATABASE_PASSWORD

-- The server's log is no place for the password.
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';

create role payment_service login password :'password';
create database payment_service owner payment_service template template0 encoding 'UTF8';
revoke all on database payment_service from public;

\connect payment_service
revoke all on schema public from public;
