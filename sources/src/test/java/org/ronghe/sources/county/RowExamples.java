package org.ronghe.sources.county;

import static org.ronghe.sources.county.Given.boundaries;
import static org.ronghe.sources.county.Given.divisions;
import static org.ronghe.sources.county.Given.equipment;
import static org.ronghe.sources.county.Given.limits;
import static org.ronghe.sources.county.Given.links;
import static org.ronghe.sources.county.Given.people;
import static org.ronghe.sources.county.Given.places;
import static org.ronghe.sources.county.Given.points;
import static org.ronghe.sources.county.Given.pointsInEnglish;
import static org.ronghe.sources.county.Given.roads;
import static org.ronghe.sources.county.Given.sections;

import java.util.List;
import org.ronghe.sources.county.notice.GeometryNotice;
import org.ronghe.sources.county.notice.LinkNotice;
import org.ronghe.sources.county.notice.ValueNotice;

/// One bad row for each thing that can be wrong with a row.
final class RowExamples {
  private static final String VILLAGE = "140404101001";

  private RowExamples() {}

  static List<Example> values() {
    return List.of(
        Example.of(ValueNotice.VALUE_MISSING, places("P1,,village," + VILLAGE + ",113.05,36.05"))
            .says("places.csv:2 name="),
        Example.of(
                ValueNotice.NUMBER_MALFORMED, places("P1,韩店村,village," + VILLAGE + ",东经113度,36.05"))
            .says("places.csv:2 lon=东经113度"),
        Example.of(
                ValueNotice.NUMBER_FULL_WIDTH,
                places("P1,韩店村,village," + VILLAGE + ",１１３．０５,36.05"))
            .says("places.csv:2 lon=１１３．０５")
            .maybe("Maybe 113.05 is meant."),
        Example.of(ValueNotice.NUMBER_WITH_UNIT, links("L1,water,干线,N1,N2,300mm,,,"))
            .says("links.csv:2 diameter_mm=300mm")
            .maybe("Maybe 300 is meant; the unit stands in the column name."),
        Example.of(
                ValueNotice.NUMBER_WITH_SEPARATOR,
                people(VILLAGE + ",2020-11-01,all,0,120,\"1,204\""))
            .says("people.csv:2 count=1,204")
            .maybe("Maybe 1204 is meant."),
        Example.of(ValueNotice.NUMBER_NOT_WHOLE, people(VILLAGE + ",2020-11-01,all,0,120,12.5"))
            .says("people.csv:2 count=12.5"),
        Example.of(ValueNotice.DIAMETER_NOT_POSITIVE, links("L1,water,干线,N1,N2,-50,,,"))
            .says("links.csv:2 diameter_mm=-50")
            .maybe("Maybe the diameter is unknown: then leave it empty."),
        Example.of(ValueNotice.DIAMETER_TINY, links("L1,water,干线,N1,N2,0.3,,,"))
            .says("links.csv:2 diameter_mm=0.3")
            .maybe("Maybe the unit is metres: then write 300."),
        Example.of(ValueNotice.NUMBER_NEGATIVE, links("L1,water,干线,N1,N2,300,-900,,"))
            .says("links.csv:2 length_m=-900")
            .maybe("Maybe the minus sign is a slip: 900."),
        Example.of(ValueNotice.COUNT_NEGATIVE, people(VILLAGE + ",2020-11-01,all,0,120,-12"))
            .says("people.csv:2 count=-12")
            .maybe("Maybe it is a decrease from another table."),
        Example.of(ValueNotice.AGE_BAND_REVERSED, people(VILLAGE + ",2020-11-01,all,14,0,310"))
            .says("people.csv:2 age_to=0"),
        Example.of(
                ValueNotice.RANGE_REVERSED,
                points("S1.CH4,甲烷,tunnel,section,S1,90,methane,%,number,,5,0,60"))
            .says("points.csv:2 range_low=5")
            .maybe("Maybe the two columns were swapped."),
        Example.of(
                ValueNotice.INTERVAL_NOT_POSITIVE,
                points("S1.CH4,甲烷,tunnel,section,S1,90,methane,%,number,,0,5,0"))
            .says("points.csv:2 interval_s=0")
            .maybe(
                "Maybe it reports on change only: write the longest normal silence, such as 3600."),
        Example.of(ValueNotice.SECTION_NUMBER_NOT_POSITIVE, sections("S1,R,0,0,200"))
            .says("sections.csv:2 number=0"),
        Example.of(ValueNotice.YEAR_IMPLAUSIBLE, links("L1,water,干线,N1,N2,300,,16,"))
            .says("links.csv:2 built_year=16"),
        Example.of(ValueNotice.DATE_MALFORMED, people(VILLAGE + ",2020年11月1日,all,0,120,12"))
            .says("people.csv:2 census_date=2020年11月1日")
            .maybe("Maybe 2020-11-01 is meant."),
        Example.of(
                ValueNotice.YES_NO_MALFORMED,
                folder ->
                    folder
                        .county(PackageFolder.entry("people.csv", "people", "none"))
                        .file(
                            "people.csv",
                            "division,census_date,sex,age_from,age_to,count,synthetic\n"
                                + VILLAGE
                                + ",2020-11-01,all,0,120,12,maybe\n"))
            .says("people.csv:2 synthetic=maybe"),
        Example.of(
                ValueNotice.CHOICE_UNKNOWN,
                divisions("140404102,苏店镇,townshp,town,140404,NBS,2023-06-30"))
            .says("divisions.csv:5 level=townshp")
            .maybe("Maybe township is meant."),
        Example.of(ValueNotice.UTILITY_UNKNOWN, links("L1,watter,干线,N1,N2,300,,,"))
            .says("links.csv:2 utility=watter")
            .maybe("Maybe water is meant."),
        Example.of(
                ValueNotice.DIVISION_CODE_MALFORMED,
                divisions("1.40404E+11,苏店镇,township,town,140404,NBS,2023-06-30"))
            .says("divisions.csv:5 code=1.40404E+11")
            .maybe("Maybe Excel changed it: format the column as text and enter it again."),
        Example.of(
                ValueNotice.DIVISION_CODE_LEVEL,
                divisions("140404102001,苏店镇,township,town,140404,NBS,2023-06-30"))
            .says("divisions.csv:5 code=140404102001"),
        Example.of(
                ValueNotice.POINT_ID_MALFORMED,
                points("S1/CH4 1,甲烷,tunnel,section,S1,90,methane,%,number,,0,5,60"))
            .says("points.csv:2 id=S1/CH4 1")
            .maybe("Maybe S1-CH4-1 is meant."),
        Example.of(
                ValueNotice.STATES_MISSING,
                points("S1.FAN,风机,tunnel,equipment,E1,,fan,,state,,,,300"))
            .says("points.csv:2 states="),
        Example.of(
                ValueNotice.STATES_EN_DIFFER,
                pointsInEnglish("S1.FAN,风机,Fan,tunnel,equipment,E1,,fan,,state,停|运行,off,,,300"))
            .says("points.csv:2 states_en=off"),
        Example.of(ValueNotice.TEXT_GARBLED, places("P1,锟斤拷村,village," + VILLAGE + ",113.05,36.05"))
            .says("places.csv:2 name=锟斤拷村")
            .maybe("Maybe it was damaged before the export."));
  }

  static List<Example> shapes() {
    return List.of(
        Example.of(GeometryNotice.POSITION_MISSING, places("P1,韩店村,village," + VILLAGE + ",,"))
            .says("places.csv:2"),
        Example.of(GeometryNotice.WKT_MALFORMED, roads("R1,光明路,street,12,\"LINESTRING 113 36\""))
            .says("roads.csv:2 wkt=LINESTRING 113 36"),
        Example.of(GeometryNotice.SHAPE_WRONG, roads("R1,光明路,street,12,POINT (113.05 36.05)"))
            .says("roads.csv:2 wkt=POINT (113.05 36.05)")
            .maybe("Maybe split it first with “Multipart to singleparts” in QGIS."),
        Example.of(
                GeometryNotice.LINE_TOO_SHORT, roads("R1,光明路,street,12,LINESTRING (113.05 36.05)"))
            .says("roads.csv:2 wkt=LINESTRING (113.05 36.05)"),
        Example.of(
                GeometryNotice.POLYGON_INVALID,
                boundaries(
                    "140404,NBS,2023-06-30,"
                        + "\"POLYGON ((113 36, 113.1 36.1, 113.1 36, 113 36.1, 113 36))\""))
            .says(
                "boundaries.csv:2 wkt="
                    + "POLYGON ((113 36, 113.1 36.1, 113.1 36, 113 36.1, 113 36))")
            .maybe("Maybe QGIS can mend it with “Fix geometries”."),
        Example.of(
                GeometryNotice.LON_LAT_SWAPPED,
                places("P1,韩店村,village," + VILLAGE + ",36.05,113.05"))
            .says("places.csv:2 lon=36.05")
            .maybe("Maybe lon and lat are swapped."),
        Example.of(
                GeometryNotice.COORDINATES_IN_METRES,
                places("P1,韩店村,village," + VILLAGE + ",38415210.5,3991200.2"))
            .says("places.csv:2 lon=38415210.5")
            .maybe(
                "Maybe they are metres of a projected system (such as CGCS2000 3-degree):"
                    + " reproject to EPSG:4490 in QGIS first."),
        Example.of(GeometryNotice.POSITION_ZERO, places("P1,韩店村,village," + VILLAGE + ",0,0"))
            .says("places.csv:2 lon=0")
            .maybe("Maybe it is unknown and some system filled in 0."),
        Example.of(
                GeometryNotice.POSITION_OUTSIDE_CHINA,
                places("P1,韩店村,village," + VILLAGE + ",13.05,36.05"))
            .says("places.csv:2 lon=13.05"),
        Example.of(
                GeometryNotice.POSITION_FAR_AWAY,
                places(
                    "P1,韩店村,village," + VILLAGE + ",113.05,36.05",
                    "P2,东苗村,village," + VILLAGE + ",113.06,36.05",
                    "P3,西苗村,village," + VILLAGE + ",118.05,36.05"))
            .says("places.csv:4")
            .maybe("Maybe it belongs to another county, or a digit was copied wrong."),
        Example.of(
                GeometryNotice.LINE_MISSES_NODE,
                links("L1,water,干线,N1,N2,300,,,\"LINESTRING (113.05 36.05, 113.06 36.052)\""))
            .says("links.csv:2 wkt=LINESTRING (113.05 36.05, 113.06 36.052)")
            .maybe(
                "Maybe the line was drawn the other way, or node and line are in different"
                    + " coordinate systems."),
        Example.of(GeometryNotice.LENGTH_DISAGREES, links("L1,water,干线,N1,N2,300,0.9,,"))
            .says("links.csv:2 length_m=0.9")
            .maybe("Maybe the unit is kilometres."));
  }

  static List<Example> between() {
    return List.of(
        Example.of(
                LinkNotice.DUPLICATE_ID,
                places(
                    "P1,韩店村,village," + VILLAGE + ",113.05,36.05",
                    "P1,东苗村,village," + VILLAGE + ",113.06,36.05"))
            .says("places.csv:3 id=P1"),
        Example.of(
                LinkNotice.DUPLICATE_BOUNDARY,
                boundaries(
                    "140404,NBS,2023-06-30,\"POLYGON ((113 36, 113.1 36, 113.1 36.1, 113 36))\"",
                    "140404,NBS,2023-06-30,\"POLYGON ((113 36, 113.2 36, 113.1 36.1, 113 36))\""))
            .says("boundaries.csv:3 code=140404"),
        Example.of(
                LinkNotice.DUPLICATE_COUNT,
                people(VILLAGE + ",2020-11-01,男,0,14,120", VILLAGE + ",2020-11-01,male,0,14,121"))
            .says("people.csv:3"),
        Example.of(LinkNotice.REFERENCE_UNKNOWN, places("P1,韩店村,village,140404101010,113.05,36.05"))
            .says("places.csv:2 division=140404101010")
            .maybe("Maybe 140404101001 is meant."),
        Example.of(
                LinkNotice.REFERENCE_TO_BAD_ROW,
                folder -> {
                  places("P1,苏店镇,town,140404102,113.05,36.05").write(folder);
                  folder.file(
                      "divisions.csv",
                      PackageFolder.DIVISIONS + "140404102,苏店镇,township,,140404,NBS,2023-06-30\n");
                })
            .says("places.csv:2 division=140404102", "value-missing divisions.csv:5 kind="),
        Example.of(
                LinkNotice.PARENT_PREFIX,
                divisions("140405102,苏店镇,township,town,140404,NBS,2023-06-30"))
            .says("divisions.csv:5 parent=140404"),
        Example.of(
                LinkNotice.PARENT_LEVEL,
                divisions("140404102,苏店镇,township,town,140404101,NBS,2023-06-30"))
            .says("divisions.csv:5 parent=140404101"),
        Example.of(
                LinkNotice.BOUNDARY_WITHOUT_DIVISION,
                boundaries(
                    "140404,NBS,2022-06-30,\"POLYGON ((113 36, 113.1 36, 113.1 36.1, 113 36))\""))
            .says("boundaries.csv:2 code=140404")
            .maybe(
                "Maybe vintage or issuer differ from those in divisions: there it is"
                    + " NBS 2023-06-30."),
        Example.of(LinkNotice.LINK_TO_ITSELF, links("L1,water,干线,N1,N1,300,,,"))
            .says("links.csv:2 to=N1"),
        Example.of(LinkNotice.UTILITY_DIFFERS, links("L1,water,干线,N1,H1,300,,,"))
            .says("links.csv:2 to=H1"),
        Example.of(LinkNotice.SECTION_REVERSED, sections("S1,R,1,200,0"))
            .says("sections.csv:2 from_m=200")
            .maybe("Maybe the two columns were swapped."),
        Example.of(LinkNotice.CHAINAGE_OUTSIDE, equipment("E1,S1,送风机,fan,1500"))
            .says("equipment.csv:2 chainage_m=1500"),
        Example.of(LinkNotice.LIMIT_OF_OTHER_PROFILE, limits("P1,power.voltage/low,99,"))
            .says("limits.csv:2 rule=power.voltage/low"),
        Example.of(LinkNotice.SECTIONS_OVERLAP, sections("S1,R,1,0,200", "S2,R,2,150,350"))
            .says("sections.csv:3 from_m=150"),
        Example.of(LinkNotice.SECTIONS_GAP, sections("S1,R,1,0,200", "S2,R,2,250,450"))
            .says("sections.csv:3 from_m=250"),
        Example.of(LinkNotice.SECTION_TOO_LONG, sections("S1,R,1,0,260", "S2,H,1,0,900"))
            .says("sections.csv:2 to_m=260")
            .maybe("Maybe a fire wall in between was left out."));
  }
}
