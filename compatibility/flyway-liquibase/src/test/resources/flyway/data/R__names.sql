UPDATE people SET ${name} = 'nobody' WHERE ${name} IS NULL;
