SELECT u.id, u.display_name, u.age, o.id AS order_id, o.note, o.amount
FROM users u
JOIN orders o ON o.id = u.id
WHERE u.age BETWEEN ? AND ?
  AND o.amount > ?
  AND u.display_name = ?
  AND o.note IS NOT NULL
  AND (u.id <> ? OR u.age > 65)
ORDER BY u.display_name, o.amount DESC, o.id
LIMIT 50 OFFSET ?
