package dev.crossfade.processor.write;

/** Text for generated Javadoc. */
final class Doc {

  private Doc() {}

  /** {@code text} as code; what would end the tag, the comment or start a Unicode escape goes. */
  static String code(String text) {
    return "{@code "
        + text.replace('{', '(').replace('}', ')').replace("*/", "* /").replace('\\', '/')
        + "}";
  }
}
