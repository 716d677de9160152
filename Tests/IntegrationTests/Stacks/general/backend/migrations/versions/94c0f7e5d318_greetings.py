"""Greetings that visitors left."""

import sqlalchemy as sa
from alembic import op

revision = "94c0f7e5d318"
down_revision = "2e8d14b6a097"


def upgrade() -> None:
    op.create_table(
        "greetings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("greetings")
