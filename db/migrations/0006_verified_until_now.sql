-- Until now nobody was asked to show that their address is theirs: those who are here stay as they are.
UPDATE directory.users SET email_verified = created_at WHERE email_verified IS NULL;
