"""GIS files are read whatever encoding and system they are in, or refused with the reason."""

from __future__ import annotations

import json
import shutil
import warnings
from typing import TYPE_CHECKING, Any

import fiona
import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyogrio.raw import write
from pyproj import Transformer

from diming.errors import CoordinateError, InputError
from diming.formats.dbf import DbfText
from diming.formats.vector import parse_geojson, read_features

if TYPE_CHECKING:
    from pathlib import Path

ROADS = ["太白楼路", "建设北路", "常山路"]
LINE = shapely.LineString([(116.58, 35.41), (116.60, 35.41)])


def shapefile(path: Path, encoding: str, crs: str | None = "EPSG:4490", **columns: Any) -> Path:
    """A shapefile of three roads written as a GIS program would."""
    fields = columns or {"名称": ROADS}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # GDAL says that it cuts names and drops characters
        write(
            path,
            shapely.to_wkb([LINE] * 3),
            [np.array(values, dtype=object) for values in fields.values()],
            list(fields),
            driver="ESRI Shapefile",
            geometry_type="LineString",
            crs=crs,
            encoding=encoding,
        )
    return path


def geojson(*geometries: dict[str, Any] | None, crs: str | None = None) -> bytes:
    collection: dict[str, Any] = {
        "type": "FeatureCollection",
        "features": [
            {"type": "Feature", "properties": {"名称": f"路{row}"}, "geometry": geometry}
            for row, geometry in enumerate(geometries, start=1)
        ],
    }
    if crs:
        collection["crs"] = {"type": "name", "properties": {"name": crs}}
    return json.dumps(collection, ensure_ascii=False).encode()


@pytest.mark.parametrize("encoding", ["GBK", "UTF-8", "LDID/77"])
@pytest.mark.parametrize("page", [True, False], ids=["cpg", "no-cpg"])
def test_chinese_text_is_read_with_and_without_a_cpg(
    tmp_path: Path, encoding: str, page: bool
) -> None:
    path = shapefile(tmp_path / "道路.shp", encoding)
    if not page:
        path.with_suffix(".cpg").unlink(missing_ok=True)
    layer = read_features(path)
    assert [feature.properties["名称"] for feature in layer.features] == ROADS
    assert layer.encoding == ("UTF-8" if encoding == "UTF-8" else "GB18030")
    assert layer.notes[0][0]


@pytest.mark.parametrize("page", ["ISO-8859-1", "System", ""])
def test_a_cpg_that_cannot_be_meant_does_not_count(tmp_path: Path, page: str) -> None:
    path = shapefile(tmp_path / "r.shp", "GBK")
    path.with_suffix(".cpg").write_text(page)
    assert read_features(path).features[0].properties == {"名称": "太白楼路"}


def test_a_cpg_that_lies_refuses_the_rows_until_the_user_states_the_encoding(
    tmp_path: Path,
) -> None:
    path = shapefile(tmp_path / "r.shp", "GBK", name=ROADS)
    path.with_suffix(".cpg").write_text("UTF-8")
    refused = read_features(path).refused
    assert [refusal.row for refusal in refused] == [1, 2, 3]
    assert "--encoding GB18030" in refused[0].zh
    assert read_features(path, encoding="GBK").features[2].properties == {"name": "常山路"}


@pytest.mark.parametrize(("encoding", "cut"), [("UTF-8", "所属行"), ("GBK", "所属行政区")])
def test_field_names_cut_at_ten_bytes_are_kept_to_whole_characters(
    tmp_path: Path, encoding: str, cut: str
) -> None:
    path = shapefile(tmp_path / "r.shp", encoding, 所属行政区划代码=["370811"] * 3)
    layer = read_features(path)
    assert layer.fields == (cut,)
    assert layer.cut == {cut}


@given(st.text("太白楼路建设北常山"), st.sampled_from(["UTF-8", "GB18030"]), st.integers(0, 12))
def test_text_cut_in_a_character_loses_only_that_character(
    text: str, encoding: str, size: int
) -> None:
    cut = DbfText(encoding, ("", "")).text(text.encode(encoding)[:size])
    assert text.startswith(cut)
    assert len(cut.encode(encoding)) > min(size, len(text.encode(encoding))) - 4


@pytest.mark.shared
def test_the_shanghai_shapefile_in_gbk_without_cpg(shared_dir: Path) -> None:
    folder = shared_dir / "data" / "boundaries" / "gbk_dbf_nocpg_shanghai"
    layer = read_features(folder / "区县界_area.shp")
    names = {feature.properties["NAME"] for feature in layer.features}
    assert {"宝山区", "黄浦区", "崇明县"} & names
    assert len(layer.features) == 17
    assert not layer.refused


@pytest.mark.shared
def test_roads_from_openstreetmap(shared_dir: Path) -> None:
    for path in (shared_dir / "data" / "roads").glob("*.geojson"):
        layer = read_features(path)
        assert len(layer.features) > 300
        assert not layer.refused
        assert "WGS 84" in layer.notes[0][0]


# Systems


def test_projected_data_come_back_in_degrees(tmp_path: Path) -> None:
    plane = Transformer.from_crs("EPSG:4490", "EPSG:4548", always_xy=True)
    points = [plane.transform(lon, lat) for lon, lat in LINE.coords]
    path = tmp_path / "r.shp"
    write(
        path,
        shapely.to_wkb([shapely.LineString(points)]),
        [np.array(["甲路"], dtype=object)],
        ["name"],
        driver="ESRI Shapefile",
        geometry_type="LineString",
        crs="EPSG:4548",
        encoding="GBK",
    )
    geometry = read_features(path).features[0].geometry
    assert geometry is not None
    assert geometry.equals_exact(LINE, 1e-9)


def test_without_prj_the_user_must_state_the_system(tmp_path: Path) -> None:
    path = shapefile(tmp_path / "r.shp", "GBK")
    path.with_suffix(".prj").unlink()
    with pytest.raises(CoordinateError, match=r"r\.shp") as refusal:
        read_features(path)
    assert "--crs EPSG:4490" in refusal.value.mend[0]
    assert len(read_features(path, crs="EPSG:4490").features) == 3


@pytest.mark.parametrize("crs", ["EPSG:4214", "EPSG:4610"])
def test_old_datums_are_refused_as_a_whole(tmp_path: Path, crs: str) -> None:
    with pytest.raises(CoordinateError, match="parameters"):
        read_features(shapefile(tmp_path / "r.shp", "GBK", crs))


def test_what_the_user_states_comes_before_the_file_and_is_noted(tmp_path: Path) -> None:
    layer = read_features(shapefile(tmp_path / "r.shp", "GBK", "EPSG:4326"), crs="EPSG:4490")
    assert layer.crs == "EPSG:4490"
    assert any("--crs" in zh for zh, _ in layer.notes)


def test_a_crs_member_of_geojson_is_believed() -> None:
    point = {"type": "Point", "coordinates": [500000, 3900000]}
    layer = parse_geojson(geojson(point, crs="urn:ogc:def:crs:EPSG::4548"), file="p.geojson")
    geometry = layer.features[0].geometry
    assert geometry is not None
    assert geometry.bounds[0] == pytest.approx(117)


# Features


def test_each_bad_feature_is_refused_by_itself() -> None:
    layer = parse_geojson(
        geojson(
            {"type": "Point", "coordinates": [116.6, 35.4]},
            {"type": "Point", "coordinates": [35.4, 116.6]},
            {"type": "LineString", "coordinates": [[116.6, 35.4]]},
            {"type": "Point", "coordinates": [500000, 3900000]},
            None,
            {"type": "GeometryCollection", "geometries": []},
            {"type": "MultiLineString", "coordinates": [[[116.6, 35.4], [116.7, 35.4]]]},
        ),
        file="p.geojson",
    )
    assert [feature.row for feature in layer.features] == [1, 5, 6, 7]
    assert [refusal.row for refusal in layer.refused] == [2, 3, 4]
    assert "先写经度" in layer.refused[0].zh
    assert [feature.geometry is None for feature in layer.features] == [False, True, True, False]
    assert layer.read == 7


def test_heights_are_left_out_and_said_to_be() -> None:
    point = {"type": "Point", "coordinates": [116.6, 35.4, 40.0]}
    layer = parse_geojson(geojson(point), file="p.geojson")
    assert layer.features[0].geometry == shapely.Point(116.6, 35.4)
    assert layer.notes[-1] == ("高程未读入", "heights are left out")


def test_geojson_in_gb18030_is_read() -> None:
    text = geojson(None).decode()
    layer = parse_geojson(text.encode("gb18030"), file="p.geojson")
    assert layer.features[0].properties == {"名称": "路1"}
    assert layer.encoding == "GB18030"


def test_a_file_of_several_layers_needs_the_layer(tmp_path: Path) -> None:
    path = tmp_path / "r.gpkg"
    for name in ("道路", "桥梁"):
        write(
            path, shapely.to_wkb([LINE]), [np.array([name], dtype=object)], ["名称"],
            layer=name, driver="GPKG", geometry_type="LineString", crs="EPSG:4490",
        )  # fmt: skip
    with pytest.raises(InputError) as refusal:
        read_features(path)
    assert "道路" in refusal.value.mend[0]
    with pytest.raises(InputError, match="no layer 河流"):
        read_features(path, layer="河流")
    assert read_features(path, layer="桥梁").features[0].properties == {"名称": "桥梁"}


def test_an_empty_layer_is_no_mistake() -> None:
    assert parse_geojson(geojson(), file="p.geojson").read == 0


@pytest.mark.parametrize("data", [b"[]", b"{}", b"3", b"[" * 100_000], ids=len)
def test_json_that_is_no_geojson_is_refused_under_the_users_name(data: bytes) -> None:
    with pytest.raises(InputError, match=r"p\.geojson") as refusal:
        parse_geojson(data, file="p.geojson")
    assert "vsimem" not in refusal.value.both


@pytest.mark.parametrize(
    ("data", "spot"),
    [(b"{", "p.geojson:1:2"), (b'{"type": "FeatureCollection",\n "features": [', "p.geojson:2:15")],
)
def test_broken_json_is_refused_with_line_and_column(data: bytes, spot: str) -> None:
    with pytest.raises(InputError) as refusal:
        parse_geojson(data, file="p.geojson")
    assert str(refusal.value.where) == spot


def test_what_is_no_feature_does_not_vanish() -> None:
    data = geojson(None).replace(b'"features": [', b'"features": [7, ')
    with pytest.raises(InputError, match="2 features; 1 could be read"):
        parse_geojson(data, file="p.geojson")


@pytest.mark.parametrize(
    "member",
    [
        {"type": "name", "properties": {"name": "urn:ogc:def:crs:GCJ-02"}},
        {"type": "link", "properties": {"href": "http://example.org/crs"}},
        {"type": "name"},
        None,
    ],
)
def test_a_system_that_cannot_be_resolved_must_be_stated(member: object) -> None:
    point = {"type": "Point", "coordinates": [116.6, 35.4]}
    data = json.dumps(json.loads(geojson(point)) | {"crs": member}).encode()
    with pytest.raises(CoordinateError, match=r"p\.geojson") as refusal:
        parse_geojson(data, file="p.geojson")
    assert "--crs" in refusal.value.mend[0]
    assert parse_geojson(data, file="p.geojson", crs="EPSG:4490").features[0].geometry


@pytest.mark.parametrize(
    "member",
    [
        {"type": "name", "properties": {"name": "urn:ogc:def:crs:OGC:1.3:CRS84"}},
        {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::4490"}},
        {"type": "EPSG", "properties": {"code": 4490}},
    ],
)
def test_systems_as_gis_programs_write_them_are_known(member: object) -> None:
    point = {"type": "Point", "coordinates": [116.6, 35.4]}
    data = json.dumps(json.loads(geojson(point)) | {"crs": member}).encode()
    assert parse_geojson(data, file="p.geojson").features[0].geometry == shapely.Point(116.6, 35.4)


def test_a_coordinate_that_is_no_number_is_said_to_be_none() -> None:
    data = geojson({"type": "Point", "coordinates": [1.5, 35.4]}).replace(b"1.5", b"NaN")
    (refusal,) = parse_geojson(data, file="p.geojson").refused
    assert refusal.en.startswith("a coordinate is not a number")


@pytest.mark.parametrize("ending", [".shp", ".shx", ".dbf"])
@pytest.mark.parametrize("share", [0.0, 0.2, 0.5, 0.9])
def test_a_shapefile_broken_off_is_refused_naming_the_file(
    tmp_path: Path, ending: str, share: float
) -> None:
    path = shapefile(tmp_path / "r.shp", "UTF-8")
    part = path.with_suffix(ending)
    part.write_bytes(part.read_bytes()[: int(part.stat().st_size * share)])
    with pytest.raises(InputError, match=r"r\.sh|r\.dbf") as refusal:
        read_features(path)
    assert ".dbf" in refusal.value.mend[0]


def test_a_table_of_fewer_rows_than_shapes_is_refused(tmp_path: Path) -> None:
    path = shapefile(tmp_path / "r.shp", "UTF-8")
    table = path.with_suffix(".dbf")
    data = table.read_bytes()
    table.write_bytes(data[:4] + (2).to_bytes(4, "little") + data[8:])
    with pytest.raises(InputError, match="3 records; 2 were read"):
        read_features(path)


def test_rows_marked_as_deleted_are_not_missed(tmp_path: Path) -> None:
    path = shapefile(tmp_path / "r.shp", "UTF-8")
    table = path.with_suffix(".dbf")
    data = bytearray(table.read_bytes())
    data[int.from_bytes(data[8:10], "little")] = ord("*")
    table.write_bytes(data)
    assert [one.properties["名称"] for one in read_features(path).features] == ROADS[1:]


def test_a_shapefile_without_its_dbf_or_shx_is_refused_or_read_but_never_half(
    tmp_path: Path,
) -> None:
    path = shapefile(tmp_path / "r.shp", "GBK")
    path.with_suffix(".shx").unlink()
    with pytest.raises(InputError, match="shx"):
        read_features(path)
    with pytest.raises(InputError, match="no such file"):
        read_features(tmp_path / "nothing.shp")


def test_upper_case_side_files_are_found(tmp_path: Path) -> None:
    path = shapefile(tmp_path / "r.shp", "LDID/77")
    for ending in (".dbf", ".shx"):
        shutil.move(path.with_suffix(ending), path.with_suffix(ending.upper()))
    assert read_features(path).encoding == "GB18030"


def test_fiona_can_read_what_is_needed() -> None:
    assert {"GeoJSON", "GPKG", "ESRI Shapefile"} <= set(fiona.supported_drivers)
