package dev.crossfade.gate;

import java.util.List;

/**
 * {@code data}: no row's value stands in the old column only. In AFTER only the new column is
 * written, so that the two rightly drift apart; a value in the old column beside NULL in the new
 * one is the one difference that a missed backfill leaves and a later write rarely does.
 */
final class DataRule implements Rule {

  @Override
  public String id() {
    return "data";
  }

  @Override
  public Finding judge(Evidence evidence) {
    ServerEvidence server = evidence.server();
    if (server == null) {
      return Finding.notAsked(id(), "no --url: rows are not checked");
    }
    ServerEvidence.Data data = server.data();
    if (data == null) {
      return server.failure() == null
          ? Finding.notAsked(id(), "no transition named: write table.old:new")
          : Finding.of(
              id(),
              List.of(
                  new Reason(
                      "The rows could not be looked at.",
                      server.where(),
                      server.failure(),
                      "correct --url, --user or the column's name, and ask again")),
              "");
    }
    if (data.problem() != null) {
      return Finding.of(
          id(),
          List.of(
              new Reason(
                  "The new column does not hold the old one's values.",
                  server.where(),
                  data.problem(),
                  "crossfade expand (with --adopt for a column that another tool added),"
                      + " then backfill and verify")),
          "");
    }
    String accepted = evidence.question().accepted().data();
    String counted = data.lost() + " of " + data.rows() + " rows";
    if (data.lost() == 0 || accepted != null) {
      return Finding.of(
          id(),
          List.of(),
          data.lost() == 0
              ? List.of()
              : List.of(counted + " have a value in the old column only, accepted: " + accepted),
          "no row has a value in the old column only");
    }
    return Finding.of(
        id(),
        List.of(
            new Reason(
                counted + " have a value in the old column only.",
                server.where(),
                "the drop would lose them, unless each was set to NULL on purpose in AFTER",
                "look at them (crossfade verify --show-keys 10), repair them, or --accept-data"
                    + " REASON")),
        "");
  }
}
