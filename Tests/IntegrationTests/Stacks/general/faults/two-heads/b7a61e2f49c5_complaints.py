"""Complaints. Put into the versions folder, it makes a second head beside the greetings."""

import sqlalchemy as sa
from alembic import op

revision = "b7a61e2f49c5"
down_revision = "2e8d14b6a097"


def upgrade() -> None:
    op.create_table(
        "complaints",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("complaints")
