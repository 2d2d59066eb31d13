#include "CHTML.h"

#include <gumbo.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

/// Gumbo frees a tree by recursion and never looks whether memory was had; so every piece is kept
/// in a list here, which is freed in a loop, and counted, so that a parse can be given up.
typedef struct piece {
  struct piece *next;
  struct piece *previous;
  size_t size;
  size_t padding;
} piece;

typedef struct {
  const GumboNode *node;
  unsigned next_child;
} place;

struct chtml_document {
  char *bytes;
  size_t length;
  piece list;
  size_t used;
  size_t budget;
  jmp_buf give_up;
  const GumboNode *document;
  const GumboNode *entered;
  place *stack;
  size_t depth;
  size_t capacity;
};

static void *allocate(void *userdata, size_t size) {
  chtml_document *d = userdata;
  if (size > d->budget - d->used) longjmp(d->give_up, 1);
  piece *p = malloc(sizeof *p + size);
  if (!p) longjmp(d->give_up, 1);
  p->size = size;
  p->next = d->list.next;
  p->previous = &d->list;
  d->list.next->previous = p;
  d->list.next = p;
  d->used += size;
  return p + 1;
}

static void deallocate(void *userdata, void *memory) {
  if (!memory) return;
  chtml_document *d = userdata;
  piece *p = (piece *)memory - 1;
  d->used -= p->size;
  p->previous->next = p->next;
  p->next->previous = p->previous;
  free(p);
}

chtml_document *chtml_parse(const uint8_t *bytes, size_t length) {
  chtml_document *d = calloc(1, sizeof *d);
  if (!d) return 0;
  d->list.next = d->list.previous = &d->list;
  d->budget = ((size_t)1 << 20) + length * 100;
  d->length = length;
  d->bytes = malloc(length + 1);
  d->capacity = 64;
  d->stack = malloc(d->capacity * sizeof *d->stack);
  if (!d->bytes || !d->stack || setjmp(d->give_up)) {
    chtml_free(d);
    return 0;
  }
  memcpy(d->bytes, bytes, length);
  d->bytes[length] = 0;
  chtml_cap(d->bytes, length);
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate;
  options.deallocator = deallocate;
  options.userdata = d;
  options.max_errors = 0;
  d->document = gumbo_parse_with_options(&options, d->bytes, length)->document;
  chtml_rewind(d);
  return d;
}

void chtml_free(chtml_document *d) {
  if (!d) return;
  for (piece *p = d->list.next; p != &d->list;) {
    piece *next = p->next;
    free(p);
    p = next;
  }
  free(d->bytes);
  free(d->stack);
  free(d);
}

const uint8_t *chtml_bytes(const chtml_document *d) { return (const uint8_t *)d->bytes; }

void chtml_rewind(chtml_document *d) {
  d->stack[0] = (place){d->document, 0};
  d->depth = 1;
  d->entered = 0;
}

const char *chtml_attribute(const chtml_document *d, const char *name) {
  if (!d->entered) return 0;
  const GumboAttribute *a = gumbo_get_attribute(&d->entered->v.element.attributes, name);
  return a ? a->value : 0;
}

static int32_t role_of(GumboTag tag, int32_t *level) {
  switch (tag) {
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      *level = (int32_t)(tag - GUMBO_TAG_H1) + 1;
      return chtml_heading;
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_RP:
    case GUMBO_TAG_RT:
      return chtml_dropped;
    case GUMBO_TAG_P:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_HR:
      return chtml_block;
    case GUMBO_TAG_LI: return chtml_item;
    case GUMBO_TAG_TABLE: return chtml_table;
    case GUMBO_TAG_TR: return chtml_row;
    case GUMBO_TAG_TD: return chtml_cell;
    case GUMBO_TAG_TH: return chtml_head_cell;
    case GUMBO_TAG_B:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_EM: return chtml_bold;
    case GUMBO_TAG_SUP: return chtml_superscript;
    case GUMBO_TAG_BR: return chtml_break;
    case GUMBO_TAG_FIGCAPTION: return chtml_picture_text;
    case GUMBO_TAG_PRE: return chtml_preformatted;
    case GUMBO_TAG_TITLE: return chtml_title;
    case GUMBO_TAG_META: return chtml_meta;
    case GUMBO_TAG_LINK: return chtml_link;
    case GUMBO_TAG_TIME: return chtml_time;
    case GUMBO_TAG_MAIN: return chtml_main;
    case GUMBO_TAG_ARTICLE: return chtml_article;
    case GUMBO_TAG_HEADER: return chtml_header;
    case GUMBO_TAG_FORM: return chtml_form;
    case GUMBO_TAG_HEAD: return chtml_document_head;
    default: return chtml_inline;
  }
}

static const GumboVector *children(const GumboNode *node) {
  return node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children
                                           : &node->v.element.children;
}

static void set_element(chtml_event *event, int32_t kind, const GumboNode *node) {
  event->kind = kind;
  event->role = role_of(node->v.element.tag, &event->level);
}

static int push(chtml_document *d, const GumboNode *node) {
  if (d->depth == d->capacity) {
    place *grown = realloc(d->stack, d->capacity * 2 * sizeof *grown);
    if (!grown) return 0;
    d->stack = grown;
    d->capacity *= 2;
  }
  d->stack[d->depth++] = (place){node, 0};
  return 1;
}

void chtml_next(chtml_document *d, chtml_event *event) {
  memset(event, 0, sizeof *event);
  while (d->depth > 0) {
    place *top = &d->stack[d->depth - 1];
    const GumboVector *list = children(top->node);
    if (top->next_child == list->length) {
      d->depth--;
      if (top->node->type == GUMBO_NODE_DOCUMENT) continue;
      set_element(event, chtml_leave, top->node);
      return;
    }
    const GumboNode *node = list->data[top->next_child++];
    switch (node->type) {
      case GUMBO_NODE_ELEMENT:
        if (!push(d, node)) continue;
        d->entered = node;
        set_element(event, chtml_enter, node);
        return;
      case GUMBO_NODE_TEXT:
      case GUMBO_NODE_CDATA:
      case GUMBO_NODE_WHITESPACE: {
        const GumboStringPiece *raw = &node->v.text.original_text;
        if (raw->data < d->bytes || raw->data + raw->length > d->bytes + d->length) continue;
        event->kind = chtml_text;
        event->offset = (size_t)(raw->data - d->bytes);
        event->length = raw->length;
        event->decoded = node->v.text.text;
        return;
      }
      default: continue;
    }
  }
}
