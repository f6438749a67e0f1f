package org.ronghe.sources.county.notice;

import static org.ronghe.sources.county.notice.NoticeWords.error;
import static org.ronghe.sources.county.notice.NoticeWords.warning;

/// What can be wrong with a whole file, or with the way it is cut into rows.
@SuppressWarnings("ImmutableEnumChecker") // a record of records of strings
public enum FileNotice implements NoticeKind {
  FILE_MISSING(
      error(
          new Text(
              "county.yaml 列出了 {0}，但文件夹里没有。",
              "county.yaml lists {0}, but it is not in the folder."),
          new Text("也许是 {1}。", "Maybe {1} is meant."),
          new Text(
              "把文件放进文件夹，或改正文件名；大小写要一致。",
              "Put the file into the folder or correct its name; upper and lower case count."))),
  FILE_OUTSIDE_PACKAGE(
      error(
          new Text("{0} 在数据包文件夹之外。", "{0} is outside the package folder."),
          new Text("", ""),
          new Text(
              "数据包应当能整个拷走：把文件放进文件夹，用相对路径。",
              "A package must be whole when it is copied: put the file inside and use a relative path."))),
  FILE_FORMAT_UNKNOWN(
      error(
          new Text("不会读 {0} 这种文件。", "Files such as {0} cannot be read."),
          new Text("也许可以在 {1} 里另存为 {2}。", "Maybe {1} can save it as {2}."),
          new Text(
              "支持 .csv、.xlsx、.geojson、.gpkg、.osm.pbf。",
              "Readable are .csv, .xlsx, .geojson, .gpkg and .osm.pbf."))),
  FILE_FORMAT_UNSUITABLE(
      error(
          new Text("{0} 不能从 {1} 文件读。", "{0} cannot be read from a {1} file."),
          new Text("", ""),
          new Text(
              "OSM 文件只能作为 roads 或 places；人口这类没有位置的表用 CSV 或 Excel。",
              "An OSM file can give roads or places only; tables without positions are CSV or Excel."))),
  FILE_UNREADABLE(
      error(
          new Text("{0} 打不开：{1}", "{0} cannot be opened: {1}"),
          new Text("也许文件已损坏，或只是改了扩展名。", "Maybe the file is damaged, or was only renamed."),
          new Text("用原来的软件打开再另存一次。", "Open it in the program it came from and save it again."))),
  FILE_EMPTY(
      error(
          new Text("{0} 是空的，连表头都没有。", "{0} is empty: it has not even a header."),
          new Text("也许导出没有完成。", "Maybe the export did not finish."),
          new Text(
              "重新导出；暂时没有数据就从 county.yaml 里去掉。",
              "Export it again, or take it out of county.yaml while there is nothing in it."))),
  FILE_WITHOUT_ROWS(
      warning(
          new Text("{0} 只有表头，没有数据。", "{0} has a header but no rows."),
          new Text("", ""),
          new Text(
              "没有数据时可以从 county.yaml 里去掉这个文件。",
              "Take the file out of county.yaml while it has no rows."))),
  ENCODING_WRONG(
      error(
          new Text("{0} 不是 {1} 编码。", "{0} is not encoded as {1}."),
          new Text(
              "也许是 {2}：在 county.yaml 里写 encoding: {2}。",
              "Maybe it is {2}: write `encoding: {2}` in county.yaml."),
          new Text(
              "Excel 另存时选“CSV UTF-8”，或在 county.yaml 里写明 encoding。",
              "Save as “CSV UTF-8” in Excel, or name the `encoding` in county.yaml."))),
  SEPARATOR_WRONG(
      error(
          new Text("表头只有一列：{0}。", "The header has a single column: {0}."),
          new Text(
              "也许分隔符是 {1}：在 county.yaml 里写 separator: \"{1}\"。",
              "Maybe the separator is {1}: write `separator: \"{1}\"` in county.yaml."),
          new Text("在 county.yaml 里写明 separator。", "Name the `separator` in county.yaml."))),
  QUOTES_MALFORMED(
      error(
          new Text(
              "引号不配对，从这一行起无法再分行。",
              "Quotes do not match; from this row on the file cannot be cut into rows."),
          new Text("也许文字里有一个英文双引号：要写成两个。", "Maybe a text holds a double quote: write it twice."),
          new Text(
              "改正这一行的引号；其后的行都没有读。", "Correct the quotes of this row; no row after it was read."))),
  CELL_COUNT_WRONG(
      error(
          new Text("这一行有 {0} 格，表头有 {1} 格。", "This row has {0} cells, the header {1}."),
          new Text(
              "也许文字里有分隔符：给这段文字加上双引号。",
              "Maybe a text holds the separator: put that text in double quotes."),
          new Text("让每一行的格数与表头相同。", "Give each row as many cells as the header."))),
  COLUMN_MISSING(
      error(
          new Text("缺少必需的列 {0}。", "The required column {0} is missing."),
          new Text(
              "也许是列 {1}：在 county.yaml 里写 columns: {{0}: {1}}。",
              "Maybe it is the column {1}: write `columns: {{0}: {1}}` in county.yaml."),
          new Text(
              "补上这一列，或用 columns 指明它在你的表里叫什么，或用 defaults 给全文件一个值。",
              "Add the column, say with `columns` how your table calls it, or give one value for the file with `defaults`."))),
  COLUMN_TWICE(
      error(
          new Text("列 {0} 出现了两次。", "The column {0} occurs twice."),
          new Text("", ""),
          new Text("删掉或改名其中一列。", "Remove or rename one of the two."))),
  COLUMN_UNUSED(
      warning(
          new Text("列 {0} 没有用到。", "The column {0} is not used."),
          new Text("也许是 {1}。", "Maybe {1} is meant."),
          new Text(
              "拼错就改正；确实多余可以不管。",
              "Correct the spelling; ignore it if the column is meant to be extra."))),
  SHEET_MISSING(
      error(
          new Text("工作簿里没有名为 {0} 的工作表。", "The workbook has no sheet called {0}."),
          new Text("也许是 {1}。", "Maybe {1} is meant."),
          new Text(
              "在 county.yaml 里写对 sheet；不写就读第一张。",
              "Correct `sheet` in county.yaml; without it the first sheet is read."))),
  LAYER_MISSING(
      error(
          new Text("GeoPackage 里没有图层 {0}。", "The GeoPackage has no layer {0}."),
          new Text("也许是 {1}。", "Maybe {1} is meant."),
          new Text(
              "在 county.yaml 里写对 layer；只有一个图层时可以不写。",
              "Correct `layer` in county.yaml; it may be left out when there is only one."))),
  CRS_MISSING(
      error(
          new Text("{0} 需要位置，但 crs 写的是 none。", "{0} need positions, but `crs` is none."),
          new Text("", ""),
          new Text(
              "写明坐标系：WGS-84、CGCS2000、GCJ-02 或 BD-09。错写会偏几百米。",
              "Name the coordinate system: WGS-84, CGCS2000, GCJ-02 or BD-09. A wrong one is hundreds of metres off."))),
  CRS_CONTRADICTED(
      error(
          new Text(
              "county.yaml 说是 {0}，文件自己说是 {1}。", "county.yaml says {0}, the file itself says {1}."),
          new Text(
              "也许要先在 QGIS 里用“重投影图层”转成 EPSG:4490 再导出。",
              "Maybe reproject the layer to EPSG:4490 in QGIS first."),
          new Text(
              "以生产数据的单位为准改正一处；投影坐标请先转成经纬度。",
              "Correct the one that is wrong; turn projected coordinates into degrees first.")));

  private final NoticeWords words;

  FileNotice(NoticeWords words) {
    this.words = words;
  }

  @Override
  public NoticeWords words() {
    return words;
  }
}
