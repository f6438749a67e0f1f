/// The alarm engine, told as timelines and as laws.
@NullMarked
package org.ronghe.engines.alarm;

import org.jspecify.annotations.NullMarked;
