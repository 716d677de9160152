"""Reminders, on a branch that forked before the knowledge snippets."""

import sqlalchemy as sa
from alembic import op

revision = "f7a3460e9bd1"
down_revision = "6b92f04c8e17"


def upgrade() -> None:
    op.create_table("reminders", sa.Column("thread_id", sa.Text, primary_key=True))


def downgrade() -> None:
    op.drop_table("reminders")
