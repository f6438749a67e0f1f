@NullMarked
package org.ronghe.series.questdb;

import org.jspecify.annotations.NullMarked;
