create schema if not exists office;
