/// 流程: what the logs of many cases say about how work really goes, and the same logs in the formats
/// process-mining tools read (OCEL 2.0, XES).
///
/// Pure: log in, map or text out. See `docs/engines/process.md`.
@NullMarked
package org.ronghe.engines.process;

import org.jspecify.annotations.NullMarked;
