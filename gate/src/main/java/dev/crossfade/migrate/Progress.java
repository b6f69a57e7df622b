package dev.crossfade.migrate;

/** Where a command tells how far it is. Implementations may be called by several threads. */
public interface Progress {

  /** Tells nobody. */
  Progress SILENT =
      new Progress() {
        @Override
        public void line(String text) {}

        @Override
        public void live(String text) {}
      };

  /** Something begun, done or noticed: kept. */
  void line(String text);

  /** Where a long step stands: replaced by the next one on a terminal, thinned out elsewhere. */
  void live(String text);
}
