# SPDX-License-Identifier: GPL-3.0-or-later
"""A backend's env.py as `alembic init` makes it, over the models of tests/support."""

import os
import sys

from alembic import context
from sqlalchemy import create_engine, pool

sys.path.insert(0, os.environ["ROSTER_TEST_SUPPORT"])
from backend_models import Base  # noqa: E402

URL = os.environ["ROSTER_TEST_URL"]


def run_migrations_offline():
    context.configure(url="postgresql://", target_metadata=Base.metadata, literal_binds=True,
                      dialect_opts={"paramstyle": "named"})
    with context.begin_transaction():
        context.run_migrations()


def run_migrations_online():
    engine = create_engine(URL, poolclass=pool.NullPool)
    with engine.connect() as connection:
        context.configure(connection=connection, target_metadata=Base.metadata)
        with context.begin_transaction():
            context.run_migrations()


if context.is_offline_mode():
    run_migrations_offline()
else:
    run_migrations_online()
