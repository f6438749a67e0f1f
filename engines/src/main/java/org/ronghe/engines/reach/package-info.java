/// How long it takes to get there: travel times over the roads, from one to another, to many, to
/// all.
@NullMarked
package org.ronghe.engines.reach;

import org.jspecify.annotations.NullMarked;
