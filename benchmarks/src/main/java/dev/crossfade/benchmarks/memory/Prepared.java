package dev.crossfade.benchmarks.memory;

import dev.crossfade.benchmarks.stub.Answers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A prepared statement and its answer. Immutable.
 *
 * @param sql its text
 * @param isCatalogQuery whether the answer depends on what will be bound
 * @param reply the answer, or of a catalog query only its columns
 * @param types its parameters' types
 */
record Prepared(String sql, boolean isCatalogQuery, Reply reply, List<Integer> types) {

  private static final Pattern PARAMETER = Pattern.compile("\\$[0-9]+");

  /**
   * @param declared what follows the text in a Parse message: the types that the driver wants
   */
  static Prepared of(String sql, ByteBuffer declared) {
    int count = declared.getShort();
    List<Integer> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int type = declared.getInt();
      types.add(type == 0 ? Reply.TEXT : type);
    }
    long parameters = PARAMETER.matcher(sql).results().map(r -> r.group()).distinct().count();
    while (types.size() < parameters) {
      types.add(Reply.TEXT);
    }
    boolean isCatalogQuery = Answers.isCatalogQuery(sql);
    return new Prepared(sql, isCatalogQuery, Reply.to(sql, ""), List.copyOf(types));
  }

  byte[] parameterDescription() {
    return Message.of(
        't',
        body -> {
          body.putShort((short) types.size());
          types.forEach(body::putInt);
        });
  }
}
