/// 人口: who will live here, by sex and age, in the years to come.
@NullMarked
package org.ronghe.engines.people;

import org.jspecify.annotations.NullMarked;
