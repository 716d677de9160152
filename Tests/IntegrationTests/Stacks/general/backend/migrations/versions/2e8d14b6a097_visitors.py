"""Visitors."""

import sqlalchemy as sa
from alembic import op

revision = "2e8d14b6a097"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "visitors",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("visitors")
