package dev.crossfade.processor.entities;

import dev.crossfade.annotation.RenamedColumn;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Every type, as wrapper or reference and in transition. */
public record Reading(
    UUID id,
    @RenamedColumn(from = "old_flag") Boolean flag,
    @RenamedColumn(from = "old_tiny") Byte tiny,
    @RenamedColumn(from = "old_small") Short small,
    @RenamedColumn(from = "old_whole") Integer whole,
    @RenamedColumn(from = "old_large") Long large,
    @RenamedColumn(from = "old_single") Float single,
    @RenamedColumn(from = "old_twofold") Double twofold,
    @RenamedColumn(from = "old_exact") BigDecimal exact,
    @RenamedColumn(from = "old_bytes") byte[] bytes,
    @RenamedColumn(from = "old_reference") UUID reference,
    @RenamedColumn(from = "old_local_date") LocalDate localDate,
    @RenamedColumn(from = "old_local_time") LocalTime localTime,
    @RenamedColumn(from = "old_moment") LocalDateTime moment,
    @RenamedColumn(from = "old_offset_moment") OffsetDateTime offsetMoment,
    @RenamedColumn(from = "old_instant") Instant instant,
    @RenamedColumn(from = "old_sort") Sort sort,
    @RenamedColumn(from = "old_sql_date") java.sql.Date sqlDate,
    @RenamedColumn(from = "old_sql_time") java.sql.Time sqlTime,
    @RenamedColumn(from = "old_sql_timestamp") java.sql.Timestamp sqlTimestamp) {

  public enum Sort {
    GAUGE,
    COUNTER
  }
}
