package dev.crossfade.sql.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The branches of a set operation, which must all give equally many columns. Filled while the
 * statement is resolved, then only read.
 */
public final class Branches {

  /** The stars of one branch, by their place among its items. */
  private static final class Branch {
    final List<Integer> places = new ArrayList<>();
    final List<List<Rte>> stars = new ArrayList<>();
    int items;
  }

  private final List<Branch> branches = new ArrayList<>();
  private boolean others;

  Branches() {}

  /** A branch without a select list, whose columns are not told. */
  void other() {
    others = true;
  }

  /** A branch with so many items follows. */
  void begin(int items) {
    Branch branch = new Branch();
    branch.items = items;
    branches.add(branch);
  }

  /** The branch begun last has a star. */
  void star(int place, List<Rte> leaves) {
    Branch branch = branches.get(branches.size() - 1);
    branch.places.add(place);
    branch.stars.add(leaves);
  }

  /**
   * Whether all branches have their stars in the same places, each pair alike in what {@code of}
   * tells of the entries listed.
   */
  public boolean areAlike(Function<Rte, ?> of) {
    Branch first = branches.get(0);
    boolean alike = !others;
    for (Branch branch : branches) {
      alike &= branch.items == first.items && branch.places.equals(first.places);
      alike = alike && told(branch, of).equals(told(first, of));
    }
    return alike;
  }

  private static List<?> told(Branch branch, Function<Rte, ?> of) {
    return branch.stars.stream().map(leaves -> leaves.stream().map(of).toList()).toList();
  }
}
