/// What searches that take their time share on the command line.
@NullMarked
package org.ronghe.server.search;

import org.jspecify.annotations.NullMarked;
