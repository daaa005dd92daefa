#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Python backend's declaration of players, and what real SQLAlchemy and Alembic make of it.

    backend_models.py create URL            metadata.create_all
    backend_models.py compare URL [INDEX]   Alembic's autogenerate, one difference a line; with
                                            INDEX the model declares our index, too
    backend_models.py insert URL NAME LEVEL one player, as the backend would; prints it
    backend_models.py read URL              every player by id, as the backend sees them
"""

import sys
from datetime import datetime

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, DateTime, Index, Integer, String, create_engine, select
from sqlalchemy.orm import Session, declarative_base

Base = declarative_base()


class Player(Base):
    __tablename__ = "players"

    id = Column(Integer, primary_key=True)
    name = Column(String(100), nullable=False)
    level = Column(Integer, nullable=False, default=1)
    total_exp = Column(Integer, nullable=False, default=0)
    created_at = Column(DateTime, nullable=False, default=datetime.utcnow)


def declare_index():
    Index("ix_players_level_name", Player.level.desc(), Player.name, Player.id)


def compare(engine):
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        for difference in compare_metadata(context, Base.metadata):
            # What changes within one column comes as a list of its own.
            for operation, *rest in difference if isinstance(difference, list) else [difference]:
                print(operation, *(getattr(part, "name", part) for part in rest))


def show(player):
    print(player.id, player.name, player.level, player.total_exp, player.created_at.isoformat(),
          sep="|")


def main(action, url, *rest):
    engine = create_engine(url)
    if action == "create":
        Base.metadata.create_all(engine)
    elif action == "compare":
        if rest:
            declare_index()
        compare(engine)
    elif action == "insert":
        with Session(engine) as session:
            player = Player(name=rest[0], level=int(rest[1]))
            session.add(player)
            session.commit()
            show(player)
    elif action == "read":
        with Session(engine) as session:
            for player in session.execute(select(Player).order_by(Player.id)).scalars():
                show(player)
    else:
        sys.exit(f"unknown action {action}")


if __name__ == "__main__":
    main(*sys.argv[1:])
