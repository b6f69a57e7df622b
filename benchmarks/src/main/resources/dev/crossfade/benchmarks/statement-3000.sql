WITH bounds AS (
  SELECT min(o.amount) AS lowest, max(o.amount) AS highest, avg(o.amount) AS average,
         count(*) AS orders_in_all
  FROM orders o
  WHERE o.amount IS NOT NULL
    AND o.note IS DISTINCT FROM 'cancelled'
), banded AS (
  SELECT o.id, o.note, o.amount,
         CASE
           WHEN o.amount >= b.average * 2 THEN 'large'
           WHEN o.amount >= b.average THEN 'above average'
           WHEN o.amount >= b.average / 2 THEN 'below average'
           ELSE 'small'
         END AS band,
         row_number() OVER (PARTITION BY o.note ORDER BY o.amount DESC, o.id) AS place_in_note,
         sum(o.amount) OVER (ORDER BY o.id ROWS BETWEEN 6 PRECEDING AND CURRENT ROW) AS last_seven
  FROM orders o
  CROSS JOIN bounds b
  WHERE o.amount BETWEEN ? AND ?
    AND (o.note = ? OR o.note LIKE ? OR o.note IN ('new', 'paid', 'sent', 'returned'))
), grown AS (
  SELECT u.id, u.display_name, u.age,
         CASE
           WHEN u.age < 18 THEN 'minor'
           WHEN u.age BETWEEN 18 AND 29 THEN 'twenties'
           WHEN u.age BETWEEN 30 AND 44 THEN 'thirties and early forties'
           WHEN u.age BETWEEN 45 AND 64 THEN 'late forties to sixties'
           ELSE 'retired'
         END AS generation
  FROM users u
  WHERE u.age >= ?
    AND u.display_name IS NOT NULL
    AND u.display_name <> ''
    AND EXISTS (
      SELECT 1
      FROM orders other
      WHERE other.id = u.id
        AND other.amount > ?
        AND other.note IS NOT NULL)
), totals AS (
  SELECT g.generation, b.band,
         count(*) AS rows_in_band,
         count(DISTINCT g.id) AS people,
         sum(b.amount) AS amount,
         avg(b.amount) AS average_amount,
         min(g.age) AS youngest,
         max(g.age) AS oldest
  FROM grown g
  JOIN banded b ON b.id = g.id
  WHERE b.place_in_note <= 100
  GROUP BY g.generation, b.band
  HAVING count(*) > 1 AND sum(b.amount) > 0
)
SELECT t.generation, t.band, t.rows_in_band, t.people, t.amount, t.average_amount,
       t.youngest, t.oldest,
       round(100.0 * t.amount / nullif(sum(t.amount) OVER (), 0), 2) AS share_of_all,
       rank() OVER (PARTITION BY t.generation ORDER BY t.amount DESC) AS place,
       (SELECT count(*) FROM banded b WHERE b.band = t.band) AS rows_of_band,
       (SELECT g.display_name
        FROM grown g
        JOIN banded b ON b.id = g.id
        WHERE g.generation = t.generation AND b.band = t.band
        ORDER BY b.amount DESC, g.id
        LIMIT 1) AS best_customer,
       (SELECT max(g.age) - min(g.age) FROM grown g WHERE g.generation = t.generation) AS span,
       (SELECT string_agg(DISTINCT b.note, ', ' ORDER BY b.note)
        FROM banded b
        WHERE b.band = t.band AND b.last_seven > t.average_amount) AS notes_of_good_weeks,
       coalesce(bounds.orders_in_all, 0) AS orders_in_all
FROM totals t
CROSS JOIN bounds
WHERE t.average_amount BETWEEN bounds.lowest AND bounds.highest
  AND t.people > 0
ORDER BY t.generation, t.amount DESC, t.band
LIMIT ? OFFSET ?
