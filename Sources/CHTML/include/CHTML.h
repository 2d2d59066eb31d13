// An HTML5 parser (Gumbo) behind opaque handles and integers.
#ifndef CHTML_H
#define CHTML_H

/// Placeholder until the walker stands.
int chtml_available(void);

#endif
