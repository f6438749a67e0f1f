/// 测点: what is measured, where, in which unit, how often.
@NullMarked
package org.ronghe.model.point;

import org.jspecify.annotations.NullMarked;
