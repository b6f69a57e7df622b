package dev.crossfade.rewrite;

import dev.crossfade.sql.syntax.Node;
import dev.crossfade.sql.syntax.SyntaxTree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds the new text from edits at exact offsets of the old one, and follows each parameter to
 * where it is bound. The only place that puts SQL text together. For one statement, one thread.
 */
final class Splicer {

  /**
   * A part of what an edit puts in: text of ours, or a stretch of the original with its own edits
   * applied.
   */
  private sealed interface Piece {
    record Text(String text) implements Piece {}

    record Copy(int start, int end) implements Piece {}
  }

  /** What an edit puts in place of {@code [start, end)}; where both are equal, it inserts. */
  static final class Edit {
    private final int start;
    private final int end;
    private final List<Piece> pieces = new ArrayList<>();

    private Edit(int start, int end) {
      this.start = start;
      this.end = end;
    }

    Edit text(String text) {
      pieces.add(new Piece.Text(text));
      return this;
    }

    /** Repeats {@code node}, rewritten as it is where it stands. */
    Edit copy(Node node) {
      return copy(node.start(), node.end());
    }

    /** Repeats the original's {@code [from, to)}, rewritten as it is where it stands. */
    Edit copy(int from, int to) {
      pieces.add(new Piece.Copy(from, to));
      return this;
    }
  }

  /**
   * By place; at one place insertions first (they belong to what stands before), then the wider
   * edit.
   */
  private static final Comparator<Edit> ORDER =
      Comparator.<Edit>comparingInt(e -> e.start)
          .thenComparing(e -> e.start != e.end)
          .thenComparing(e -> -e.end);

  private final SyntaxTree sql;
  private final List<Edit> edits = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private int[] sources = new int[8];
  private int bound;

  Splicer(SyntaxTree sql) {
    this.sql = sql;
  }

  /** Replaces {@code [start, end)}. */
  Edit replace(int start, int end) {
    Edit edit = new Edit(start, end);
    edits.add(edit);
    return edit;
  }

  /** Replaces {@code node}. */
  Edit replace(Node node) {
    return replace(node.start(), node.end());
  }

  /** Inserts after the token that ends at {@code at}. */
  Edit insert(int at) {
    return replace(at, at);
  }

  int size() {
    return edits.size();
  }

  boolean isEmpty() {
    return edits.isEmpty();
  }

  /** The new text with its parameters; {@link #isEmpty()} must be false. */
  Rewritten build(boolean writesBoth) {
    edits.sort(ORDER);
    render(0, sql.sql().length() + 1, null);
    int[] mapped = Arrays.copyOf(sources, bound);
    return new Rewritten(
        out.toString(), inOrder(mapped) ? null : mapped, sql.parameters().length, writesBoth, true);
  }

  private boolean inOrder(int[] mapped) {
    if (mapped.length != sql.parameters().length) {
      return false;
    }
    for (int i = 0; i < mapped.length; i++) {
      if (mapped[i] != i) {
        return false;
      }
    }
    return true;
  }

  /**
   * Renders the original's {@code [from, to)} with the edits in it, but for {@code inside} and the
   * edits around it.
   */
  private void render(int from, int to, @Nullable Edit inside) {
    int at = from;
    for (int i = firstFrom(from); i < edits.size() && edits.get(i).start < to; i++) {
      Edit edit = edits.get(i);
      // An insertion at the very end of a copied stretch belongs to what follows it.
      boolean within =
          edit != inside
              && edit.start >= at
              && edit.end <= to
              && !(edit.start == edit.end && edit.start == from && from != 0);
      if (!within) {
        continue;
      }
      original(at, edit.start);
      for (Piece piece : edit.pieces) {
        if (piece instanceof Piece.Text text) {
          append(text.text(), 0, text.text().length());
        } else if (piece instanceof Piece.Copy copy) {
          render(copy.start(), copy.end(), edit);
        }
      }
      at = edit.end;
    }
    original(at, Math.min(to, sql.sql().length()));
  }

  /** The index of the first edit at or behind {@code start}. */
  private int firstFrom(int start) {
    int low = 0;
    int high = edits.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (edits.get(middle).start < start) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where a quote kept two words apart that now meet, a blank does. */
  private void append(String text, int from, int to) {
    if (from < to
        && out.length() > 0
        && Character.isUnicodeIdentifierPart(out.charAt(out.length() - 1))
        && Character.isUnicodeIdentifierPart(text.charAt(from))) {
      out.append(' ');
    }
    out.append(text, from, to);
  }

  private void original(int from, int to) {
    if (from >= to) {
      return;
    }
    append(sql.sql(), from, to);
    int i = Arrays.binarySearch(sql.parameters(), from);
    for (int p = i < 0 ? -i - 1 : i; p < sql.parameters().length && sql.parameters()[p] < to; p++) {
      if (bound == sources.length) {
        sources = Arrays.copyOf(sources, bound * 2);
      }
      sources[bound++] = p;
    }
  }
}
