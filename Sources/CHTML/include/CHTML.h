// An HTML5 parser (Gumbo) behind an opaque handle, read as a sequence of events.
#ifndef CHTML_H
#define CHTML_H

#include <stddef.h>
#include <stdint.h>

/// A parsed document and the place that its reader has come to. Not for two threads at once.
typedef struct chtml_document chtml_document;

/// What an element is to a reader of articles.
enum {
  chtml_inline = 0,
  /// `script`, `nav`, `form` controls and other things that are never text.
  chtml_dropped,
  chtml_block,
  chtml_heading,
  chtml_item,
  chtml_table,
  chtml_row,
  chtml_cell,
  chtml_head_cell,
  chtml_bold,
  chtml_superscript,
  chtml_break,
  chtml_picture_text,
  chtml_preformatted,
  chtml_title,
  chtml_meta,
  chtml_link,
  chtml_time,
  chtml_main,
  chtml_article,
  chtml_header,
  chtml_form,
  chtml_document_head
};

enum { chtml_end = 0, chtml_enter, chtml_leave, chtml_text };

typedef struct {
  /// `chtml_end`, `chtml_enter`, `chtml_leave` or `chtml_text`.
  int32_t kind;
  /// What the element is.
  int32_t role;
  /// 1 to 6 for a heading.
  int32_t level;
  /// Where a text begins in the bytes, and how many of them spell it.
  size_t offset;
  size_t length;
  /// The text with its entities decoded, ended by a zero; lives as long as the document.
  const char *_Nullable decoded;
} chtml_event;

/// Parses UTF-8. Bytes are copied. Tags nested deeper than a cap are taken for white space; null where
/// even so the tree would need more than a hundred times the memory of the bytes.
chtml_document *_Nullable chtml_parse(const uint8_t *_Nonnull bytes, size_t length);
void chtml_free(chtml_document *_Nullable document);

/// The bytes as they were parsed: tags beyond the cap are spaces. As many as were given.
const uint8_t *_Nonnull chtml_bytes(const chtml_document *_Nonnull document);

/// The next event of the tree, in the order of the document; elements leave as they enter.
void chtml_next(chtml_document *_Nonnull document, chtml_event *_Nonnull event);
/// Goes back to the beginning.
void chtml_rewind(chtml_document *_Nonnull document);
/// An attribute of the element that was entered last; null where it has none of that name.
const char *_Nullable chtml_attribute(
    const chtml_document *_Nonnull document, const char *_Nonnull name);

#endif
