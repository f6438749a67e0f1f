/// What happened, as other rooms may hear it.
@NullMarked
package org.ronghe.model.event;

import org.jspecify.annotations.NullMarked;
