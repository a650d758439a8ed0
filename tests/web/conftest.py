"""A desk with what ships for 济宁, and 长山路 drawn in 任城区."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from shapely import LineString

from diming.model import FeatureClass, Place, Toponym
from diming.service.desk import Desk, open_desk
from diming.service.registries import open_registry
from diming.web.app import create_app

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flask import Flask
    from flask.testing import FlaskClient

CHANGSHAN = LineString([(116.560, 35.420), (116.600, 35.422)])


@pytest.fixture(scope="session")
def registry(jining: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "registry.gpkg"
    shutil.copy(jining, path)
    with open_registry(str(path)) as store, store.change("测试员", "测试用的道路") as change:
        change.put(Place("road-cs", FeatureClass.ROAD, "370811", CHANGSHAN, accuracy_m=30.0))
        change.put(Toponym("road-cs-name", "road-cs", "长山路", reading="cháng shān lù"))
    return path


@pytest.fixture(scope="session")
def desk(registry: Path) -> Iterator[Desk]:
    with open_desk(str(registry), "jining", "2026-11-23") as opened:
        yield opened


@pytest.fixture(scope="session")
def app(desk: Desk) -> Flask:
    return create_app(desk)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
