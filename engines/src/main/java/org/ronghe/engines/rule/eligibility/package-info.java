/// 资格预检: whether somebody may be given what they apply for, asked before the filing. Pure.
@NullMarked
package org.ronghe.engines.rule.eligibility;

import org.jspecify.annotations.NullMarked;
