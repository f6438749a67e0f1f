/// 工作日历: which days are worked, as the State Council's yearly notices say.
@NullMarked
package org.ronghe.model.calendar;

import org.jspecify.annotations.NullMarked;
