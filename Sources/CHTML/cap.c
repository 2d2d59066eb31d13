// For memmem.
#define _GNU_SOURCE

#include "internal.h"

#include <gumbo.h>
#include <stdbool.h>
#include <string.h>
#include <strings.h>

enum { max_depth = 256, max_formatting = 12, max_attributes = 256 };

typedef struct {
  char *bytes;
  size_t length;
  GumboTag stack[max_depth];
  int depth;
  int formatting;
  int open[GUMBO_TAG_LAST];
  int blanked[GUMBO_TAG_LAST];
} scan;

static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

static bool is_formatting(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_A:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
      return true;
    default:
      return false;
  }
}

/// Elements that are empty, or end where the next of their kind begins: they do not nest.
static bool nests(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_AREA:
    case GUMBO_TAG_BASE:
    case GUMBO_TAG_BR:
    case GUMBO_TAG_COL:
    case GUMBO_TAG_EMBED:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LINK:
    case GUMBO_TAG_META:
    case GUMBO_TAG_PARAM:
    case GUMBO_TAG_SOURCE:
    case GUMBO_TAG_TRACK:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_P:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_BODY:
      return false;
    default:
      return true;
  }
}

/// Elements whose content is no markup.
static bool is_raw(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_XMP:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_NOFRAMES:
      return true;
    default:
      return false;
  }
}

static void close_tag(scan *s, GumboTag tag, size_t start, size_t end) {
  if (s->blanked[tag] > 0) {
    s->blanked[tag]--;
    memset(s->bytes + start, ' ', end - start);
    return;
  }
  if (s->open[tag] == 0) return;
  if (is_formatting(tag)) {
    s->open[tag]--;
    s->formatting--;
    return;
  }
  while (s->depth > 0) {
    GumboTag top = s->stack[--s->depth];
    s->open[top]--;
    if (top == tag) break;
  }
}

static void open_tag(scan *s, GumboTag tag, size_t start, size_t end, int attributes) {
  bool is_foreign = s->open[GUMBO_TAG_SVG] + s->open[GUMBO_TAG_MATH] > 0;
  if (attributes > max_attributes) {
    memset(s->bytes + start, ' ', end - start);
    if (nests(tag)) s->blanked[tag]++;
    return;
  }
  if (!is_foreign && !nests(tag)) return;
  if (is_foreign && s->bytes[end - 2] == '/') return;
  if (is_formatting(tag)) {
    if (s->formatting < max_formatting) {
      s->open[tag]++;
      s->formatting++;
      return;
    }
  } else if (s->depth < max_depth) {
    s->stack[s->depth++] = tag;
    s->open[tag]++;
    return;
  }
  memset(s->bytes + start, ' ', end - start);
  s->blanked[tag]++;
}

/// The offset behind the `>` of the tag whose name ends at `i`, 0 where none stands.
static size_t tag_end(const scan *s, size_t i, int *attributes) {
  bool between = true;
  while (i < s->length) {
    char c = s->bytes[i];
    if (c == '>') return i + 1;
    if (is_space(c) || c == '/') {
      between = true;
    } else if (c == '=') {
      do i++;
      while (i < s->length && is_space(s->bytes[i]));
      if (i < s->length && (s->bytes[i] == '"' || s->bytes[i] == '\'')) {
        const char *quote = memchr(s->bytes + i + 1, s->bytes[i], s->length - i - 1);
        if (!quote) return 0;
        i = quote - s->bytes + 1;
        between = true;
        continue;
      }
      between = false;
      continue;
    } else if (between) {
      (*attributes)++;
      between = false;
    }
    i++;
  }
  return 0;
}

static size_t skip_past(const scan *s, size_t i, const char *mark) {
  const char *found = memmem(s->bytes + i, s->length - i, mark, strlen(mark));
  return found ? found - s->bytes + strlen(mark) : s->length;
}

/// The offset of the end tag of raw content, or the end of the bytes.
static size_t skip_raw(const scan *s, size_t i, const char *name, size_t length) {
  while (i < s->length) {
    const char *found = memmem(s->bytes + i, s->length - i, "</", 2);
    if (!found) break;
    i = found - s->bytes;
    if (s->length - i > length + 2 && strncasecmp(found + 2, name, length) == 0) return i;
    i += 2;
  }
  return s->length;
}

void chtml_cap(char *bytes, size_t length) {
  scan s = {.bytes = bytes, .length = length};
  size_t i = 0;
  while (i + 2 < length) {
    const char *found = memchr(bytes + i, '<', length - i - 2);
    if (!found) return;
    size_t start = found - bytes;
    i = start + 1;
    if (bytes[i] == '!' || bytes[i] == '?') {
      i = skip_past(&s, i, length - i > 3 && memcmp(bytes + i, "!--", 3) == 0 ? "-->" : ">");
      continue;
    }
    bool closes = bytes[i] == '/';
    if (closes) i++;
    if (!is_letter(bytes[i])) continue;
    size_t name = i;
    while (i < length && !is_space(bytes[i]) && bytes[i] != '/' && bytes[i] != '>') i++;
    int attributes = 0;
    size_t end = tag_end(&s, i, &attributes);
    if (end == 0) {
      // A tag without an end is dropped, and its attributes need not be looked at.
      if (attributes > max_attributes) memset(bytes + start, ' ', length - start);
      return;
    }
    GumboTag tag = gumbo_tagn_enum(bytes + name, (unsigned)(i - name));
    size_t name_length = i - name;
    i = end;
    if (closes) {
      close_tag(&s, tag, start, end);
    } else if (is_raw(tag)) {
      i = skip_raw(&s, end, bytes + name, name_length);
    } else {
      open_tag(&s, tag, start, end, attributes);
    }
  }
}
