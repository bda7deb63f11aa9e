"""What forms say by themselves is said in the words of the house, not of a programmer."""

import pytest
from django import forms

from zhengyou.core.models import Organisation


class Asked(forms.Form):
    name = forms.CharField()
    where = forms.ModelChoiceField(Organisation.objects.none())
    beside = forms.ModelChoiceField(Organisation.objects.none(), required=False)
    own = forms.ModelChoiceField(Organisation.objects.none(), empty_label="不限")


@pytest.mark.django_db
def test_a_form_asks_in_plain_words():
    form = Asked({})
    assert form.errors["name"] == ["这一项要填。"]
    offered = {
        field: [label for _, label in form.fields[field].choices] for field in ("where", "beside", "own")
    }
    assert offered == {"where": ["请选"], "beside": ["—"], "own": ["不限"]}
