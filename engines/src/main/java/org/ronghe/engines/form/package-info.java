/// 表单: a form of elements becomes a JSON Schema and a UI schema; answers are tested. Pure.
@NullMarked
package org.ronghe.engines.form;

import org.jspecify.annotations.NullMarked;
