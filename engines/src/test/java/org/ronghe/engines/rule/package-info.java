/// The rule engine: expressions, hit policies, analysis, advice.
@NullMarked
package org.ronghe.engines.rule;

import org.jspecify.annotations.NullMarked;
